import type { Formats } from "../../ui/format.ts";
import type { Order } from "./order.ts";

/** Sentences of the search field and of the choice of an order, which are shown above a list of more than a few files. */
export interface SearchMessages {
  /** Name of the search field and text in it while it is empty. */
  field: string;
  /** Button that empties the search field. */
  clear: string;
  /** Name of the choice of an order, for screen readers. */
  order: string;
  /** Orders of the list: by the time when the files were added, by name, and by size. */
  orders: Readonly<Record<Order, string>>;
  /** `query` is what the user searches for. */
  none(query: string): string;
  /** Only `loaded` of all files, which are `total`, were searched or put into order. */
  partly(loaded: number, total: number, formats: Formats): string;
  /** Button after `partly` that loads the other files. */
  loadAll: string;
  /** In place of `loadAll` where the others are too many to load at once. */
  loadMore: string;
  /** `loaded` of `total` files are loaded, and the others are being loaded. */
  loading(loaded: number, total: number, formats: Formats): string;
}
