import { render } from 'preact';
import { Welcome } from '../../components/welcome/Welcome.tsx';

const root = document.querySelector('#root');
if (root) render(<Welcome />, root);
