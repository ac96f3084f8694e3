/** A small Lit element, for comparison of the first paint. */
import { css, html, LitElement } from "lit";
import { idle, offer } from "./contender.ts";

class LitList extends LitElement {
  static override styles = css`
    .zone {
      padding: 1rem;
      border: 1px dashed;
    }
  `;
  override render() {
    return html`<div class="zone"><p>Drop files here</p><button>Browse</button><input type="file" hidden /></div>`;
  }
}
customElements.define("lit-list", LitList);
offer({ ready: idle, run: async () => ({}) });
