import { render } from 'preact';
import { Popup } from '../../components/popup/Popup.tsx';

const root = document.querySelector('#root');
if (root) render(<Popup />, root);
