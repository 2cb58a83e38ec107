import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/Button.tsx';

interface Props {
  isOpen: boolean;
  question: string;
  answer: string;
  onYes: () => void;
  onNo: () => void;
  children: ComponentChildren;
}

/** A question before what can't be undone. It opens with the focus on "Cancel"; Esc says no. */
export function ConfirmDialog({ isOpen, question, answer, onYes, onNo, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) return dialog.current?.close();
    dialog.current?.showModal();
    cancel.current?.focus();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-labelledby="confirm-question" aria-describedby="confirm-text" onClose={onNo}>
      <h3 id="confirm-question">{question}</h3>
      <div id="confirm-text">{children}</div>
      <div class="choices">
        <button type="button" class="button" ref={cancel} onClick={onNo}>
          Cancel
        </button>
        <Button look="danger" onClick={onYes}>
          {answer}
        </Button>
      </div>
    </dialog>
  );
}
