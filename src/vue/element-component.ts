import { type Component, defineComponent, h, onMounted, shallowRef, watch } from "vue";
import { attributesOf } from "../frameworks/attributes.ts";

/** What the component knows about an element; generated from its manifest. */
export interface ElementApi {
  readonly tag: string;
  /** Attribute of each property; null for properties without one. */
  readonly attributes: Readonly<Record<string, string | null>>;
  /** Value of each property that is not set. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Names of the events, which the component emits under the same names. */
  readonly events: readonly string[];
  /** Event after which `v-model` reads a new value from the element. */
  readonly model?: { readonly event: string; readonly read: (element: HTMLElement) => unknown };
}

type Values = Readonly<Record<string, unknown>>;

/**
 * A component that renders an element and sets its properties. Vue itself would write some of them as attributes, and 0 in
 * place of a number that is no longer given. A server renders the attributes.
 */
export function elementComponent({ tag, attributes, defaults, events, model }: ElementApi): Component {
  const names = Object.keys(attributes);
  const props = Object.fromEntries(
    // The default keeps Vue from turning an absent boolean into false.
    names.map((name) => [name, { type: typeof defaults[name] === "boolean" ? Boolean : null, default: undefined }]),
  );
  return defineComponent({
    name: tag.replace(/(^|-)(.)/g, (_match, _hyphen, letter: string) => letter.toUpperCase()),
    props: model ? { ...props, modelValue: { type: null, default: undefined } } : props,
    emits: model ? [...events, "update:modelValue"] : [...events],
    setup(given: Values, { emit, expose, slots }) {
      const element = shallowRef<HTMLElement | null>(null);
      const set = (name: string) => {
        const value = given[name] === undefined ? defaults[name] : given[name];
        if (element.value) Object.assign(element.value, { [name]: value });
      };
      onMounted(() => {
        for (const name of names) if (given[name] !== undefined) set(name);
      });
      for (const name of names)
        watch(
          () => given[name],
          () => set(name),
          { flush: "post" },
        );
      expose({
        get element() {
          return element.value;
        },
      });
      const listeners = Object.fromEntries(
        events.map((event) => [
          `on${event.charAt(0).toUpperCase()}${event.slice(1)}`,
          (native: Event) => {
            if (model?.event === event && element.value) emit("update:modelValue", model.read(element.value));
            emit(event, native);
          },
        ]),
      );
      const rendered = typeof document === "undefined" ? attributesOf(given, attributes) : {};
      return () => h(tag, { ...rendered, ...listeners, ref: element }, slots.default?.());
    },
  });
}
