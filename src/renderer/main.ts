/** The renderer's composition root: the client over the bridge, the state over the client, the shell over the state. */
import { mount } from 'svelte';
import { contract } from '../shared/contract/index.js';
import { createClient } from '../shared/contract/client.js';
import { readPageQuery } from '../shared/page-address.js';
import Root from './app/Root.svelte';
import { createState } from './state/index.js';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
const { window: number, language, system, theme } = readPageQuery(location.search);
if (theme !== 'system') document.documentElement.dataset.theme = theme;
const state = createState(createClient(contract, window.strata));
await state.language.take({ language, system });
// The address of a page that is loaded again says what was spoken when its window was opened.
void state.client.app
  .language()
  .then((spoken) => (spoken.ok ? state.language.take(spoken.value) : undefined));
mount(Root, { target, props: { state, pathOf: window.strata.pathOf, number } });
