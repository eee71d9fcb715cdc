/** The renderer's composition root: the client over the bridge, the state over the client, the shell over the state. */
import { mount } from 'svelte';
import { contract } from '../shared/contract/index.js';
import { createClient } from '../shared/contract/client.js';
import Root from './app/Root.svelte';
import { createState } from './state/index.js';
import { pageStart } from './state/page-start.js';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
const { window: number, language, system, theme } = pageStart();
if (theme !== 'system') document.documentElement.dataset.theme = theme;
const state = createState(createClient(contract, window.strata));
await state.language.take({ language, system });
// It may have changed since the address was written.
void state.client.app
  .language()
  .then((spoken) => (spoken.ok ? state.language.take(spoken.value) : undefined));
mount(Root, { target, props: { state, pathOf: window.strata.pathOf, number } });
