import {
  createElement,
  type ForwardedRef,
  type HTMLAttributes,
  type ReactElement,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { attributesOf } from "../frameworks/attributes.ts";

/** What the hook knows about an element; generated from its manifest. */
export interface ElementApi {
  readonly tag: string;
  /** Attribute of each property; null for properties without one. */
  readonly attributes: Readonly<Record<string, string | null>>;
  /** Value of each property that is not set. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Event of each prop that takes a listener. */
  readonly listeners: Readonly<Record<string, string>>;
}

/** An element's own props, and React's for every HTML element. */
export type ElementProps<E, Own> = Own & Omit<HTMLAttributes<E>, keyof Own>;

type Values = Readonly<Record<string, unknown>>;

// On a server, React 18 warns about layout effects, which do not run there.
const useCommitEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Renders an element. Properties and listeners are set in effects, because React 18 writes both as attributes of a custom
 * element, and React 19 drops them when it hydrates one (react/react#35446). The markup has the attributes of the first
 * render, so that the element shows the same before and after hydration.
 */
export function useElement<E extends HTMLElement>(api: ElementApi, props: Values, ref: ForwardedRef<E>): ReactElement {
  const element = useRef<E | null>(null);
  const latest = useRef<Values>(props);
  const applied = useRef<Record<string, unknown>>({});
  const [first] = useState(() => attributesOf(props, api.attributes));

  useCommitEffect(() => {
    latest.current = props;
    if (element.current) applyProperties(element.current, api, props, applied.current);
  });
  useCommitEffect(() => {
    const stop = new AbortController();
    for (const [prop, type] of Object.entries(api.listeners)) {
      const call = (event: Event) => (latest.current[prop] as ((event: Event) => void) | undefined)?.(event);
      element.current?.addEventListener(type, call, { signal: stop.signal });
    }
    return () => stop.abort();
  }, [api]);
  useImperativeHandle(ref, () => element.current as E, []);
  return createElement(api.tag, { ...first, ...otherProps(props, api), ref: element });
}

/** Sets each property whose value has changed since the last render; one that is no longer given gets its default. */
function applyProperties(element: HTMLElement, api: ElementApi, props: Values, applied: Record<string, unknown>): void {
  for (const name of Object.keys(api.attributes)) {
    const value = props[name];
    if (Object.is(value, applied[name])) continue;
    applied[name] = value;
    Object.assign(element, { [name]: value === undefined ? api.defaults[name] : value });
  }
}

/** What React itself handles: children, `style`, `id`, `onClick` and so on. */
function otherProps(props: Values, { attributes, listeners }: ElementApi): Record<string, unknown> {
  const others = Object.entries(props).filter(([name]) => !(name in attributes) && !(name in listeners));
  const { className, hidden, ...rest } = Object.fromEntries(others);
  // React 18 would write `classname` and `hidden="false"` for a custom element.
  return { ...rest, ...(className !== undefined && { class: className }), ...(hidden ? { hidden } : {}) };
}
