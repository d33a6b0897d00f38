/** A tool was used, by a button or in the menu. */
export class ToolChosen extends Event {
  static readonly type = "tool-chosen";
  /** The id of an action. */
  readonly action: string;

  constructor(action: string) {
    super(ToolChosen.type);
    this.action = action;
  }
}
