import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import ReactDOM from 'react-dom/client';

const place = document.getElementById('root');
if (place === null) throw new Error('expected an element #root in public/index.html, got none');
// The plugins among the dependencies of package.json are found by `app.packages: all`.
ReactDOM.createRoot(place).render(createApp().createRoot());
