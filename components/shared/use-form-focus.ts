import { useEffect, useRef } from 'preact/hooks';

/**
 * A form that opens takes the keyboard to its first field; each attempt to save it, counted from 1, to the first
 * field that is wrong.
 */
export function useFormFocus(attempts: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wanted = attempts === 0 ? 'input, select' : '[aria-invalid="true"]';
    form.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [attempts]);
  return form;
}

/** The button that opened a form gets the keyboard back when the form closes. */
export function useFocusBack(isOpen: boolean) {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}
