type Method<A extends unknown[], R> = (target: object, ...args: A) => R;
type Getter<T> = (target: object) => T;

/** What the hook needs of the platform, as it was before any script of the page could replace it. */
export type Intrinsics = ReturnType<typeof takeIntrinsics>;

/** Takes the intrinsics; to be called at document_start. */
export function takeIntrinsics() {
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const method = <A extends unknown[], R>(owner: { prototype: object }, name: string): Method<A, R> => {
    const call = getOwnPropertyDescriptor(owner.prototype, name)?.value;
    return (target, ...args) => apply(call, target, args);
  };
  const getter = <T>(owner: { prototype: object }, name: string): Getter<T> => {
    const get = getOwnPropertyDescriptor(owner.prototype, name)?.get as () => T;
    return (target) => apply(get, target, []);
  };
  return {
    apply,
    stringify: JSON.stringify,
    CustomEvent,
    Request,
    URL,
    dispatch: method<[Event], boolean>(EventTarget, 'dispatchEvent'),
    listen: method<[string, (event: Event) => void, object?], void>(EventTarget, 'addEventListener'),
    unlisten: method<[string, (event: Event) => void], void>(EventTarget, 'removeEventListener'),
    cancel: method<[], void>(Event, 'preventDefault'),
    detailOf: getter<unknown>(CustomEvent, 'detail'),
    whenDone: method<[(value: never) => unknown, () => void], Promise<unknown>>(Promise, 'then'),
    urlOfRequest: getter<string>(Request, 'url'),
    cloneRequest: method<[], Request>(Request, 'clone'),
    requestText: method<[], Promise<string>>(Request, 'text'),
    cloneResponse: method<[], Response>(Response, 'clone'),
    responseText: method<[], Promise<string>>(Response, 'text'),
    responseUrl: getter<string>(Response, 'url'),
    // `exec`, not `test`: that one would call the page's `exec`.
    exec: method<[string], unknown>(RegExp, 'exec'),
    hrefOf: getter<string>(URL, 'href'),
    recall: method<[object], string | undefined>(WeakMap, 'get'),
    remember: method<[object, string], unknown>(WeakMap, 'set'),
    xhrText: getter<string>(XMLHttpRequest, 'responseText'),
    xhrBody: getter<unknown>(XMLHttpRequest, 'response'),
    xhrType: getter<string>(XMLHttpRequest, 'responseType'),
  };
}
