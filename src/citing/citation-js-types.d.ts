declare module "@citation-js/core" {
  export const plugins: {
    readonly input: {
      chain(input: string, options: { forceType: string; generateGraph: boolean }): readonly unknown[];
    };
    readonly output: {
      format(format: "biblatex", items: readonly object[]): string;
      format(
        format: "ris",
        items: readonly object[],
        options: { format: "object" },
      ): readonly Readonly<Record<string, unknown>>[];
    };
    readonly config: { get(plugin: "@bibtex"): { format: { asciiOnly: boolean } } };
  };
}

declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
