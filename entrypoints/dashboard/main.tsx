import { render } from 'preact';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';

const root = document.querySelector('#root');
if (root) render(<Dashboard />, root);
