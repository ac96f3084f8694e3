/** Order of the pages in the menu. A page that is not named here is put at the end of its folder's section. */
export const SECTIONS: readonly { readonly title: string; readonly pages: readonly string[] }[] = [
  { title: "Start", pages: ["index", "start", "browser-support", "troubleshooting"] },
  {
    title: "Frameworks",
    pages: [
      ...["react", "next", "vue", "nuxt", "svelte", "sveltekit", "solid", "preact", "angular", "astro", "nest"].map(
        (name) => `frameworks/${name}`,
      ),
      "ecosystems",
    ],
  },
  { title: "Server", pages: ["server", "proxies", "contract"] },
  { title: "Page", pages: ["theming", "languages", "forms", "meetings", "policies", "accessibility", "migration"] },
  {
    title: "Reference",
    pages: ["reference/uploader", "reference/files", "reference/functions", "reference/integrity", "errors"],
  },
];

/** Title of the section for pages that no section names. */
export const REST = "More";
