/** The person changed their mind about a form. */
export class FormLeft extends Event {
  static readonly type = "form-left";

  constructor() {
    super(FormLeft.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "form-left": FormLeft;
  }
}
