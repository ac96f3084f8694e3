/** Modules with wrong values behind "expect error": the type check of a project fails when one of them is accepted. */

export const REACT_WRONG = `import { LightfieldFiles, LightfieldUploader } from "lightfield-uploader/react";

// @ts-expect-error a text is no number
export const a = <LightfieldUploader maxFiles="five" />;
// @ts-expect-error no such purpose
export const b = <LightfieldUploader purpose="holiday" />;
// @ts-expect-error no such prop
export const c = <LightfieldUploader maxFile={5} />;
// @ts-expect-error another event
export const d = <LightfieldUploader onUploadSuccess={(event: KeyboardEvent) => event.key} />;
export const e = <LightfieldFiles endpoint="/api/uploads" onFileOpen={(event) => event.detail.file} />;
`;

export const VUE_WRONG = `<script setup lang="ts">
import { LightfieldUploader } from "lightfield-uploader/vue";
</script>

<template>
  <!-- @vue-expect-error a text is no number -->
  <LightfieldUploader max-files="five" />
  <!-- @vue-expect-error no such purpose -->
  <LightfieldUploader purpose="holiday" />
  <!-- @vue-expect-error another event -->
  <LightfieldUploader @upload-success="(event: KeyboardEvent) => event.key" />
</template>
`;

/** In markup svelte-check heeds no such comment, so the type of the tag is checked where it is written. */
export const SVELTE_WRONG = `import type { SvelteHTMLElements } from "svelte/elements";

// @ts-expect-error a text is no number
export const wrong: SvelteHTMLElements["lightfield-uploader"] = { maxFiles: "five" };
`;

/** Angular's templates have no such comment: this component is a project of its own, which must not compile. */
export const ANGULAR_WRONG = `import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";
import { LightfieldUploaderInputs } from "./lightfield-uploader-inputs";

@Component({
  selector: "app-wrong",
  imports: [LightfieldUploaderInputs],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`<lightfield-uploader [maxFiles]="'five'"></lightfield-uploader>\`,
})
export class Wrong {}
`;
