import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { start } from './actions/start.ts';
import './theme.css';

const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
void start(window.location.search);
