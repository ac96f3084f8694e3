import { createApp } from "vue";
import { showSource } from "../show-source.ts";
import App from "./App.vue";
import appSource from "./App.vue?raw";

createApp(App).mount("#app");
showSource({
  "App.vue": appSource,
  "vite.config.ts": `vue({
  template: {
    compilerOptions: { isCustomElement: (tag) => tag === "lightfield-uploader" },
  },
})`,
});
