/** The renderer's composition root: the client over the bridge, the state over the client, the shell over the state. */
import { mount } from 'svelte';
import { contract } from '../shared/contract/index.js';
import { createClient } from '../shared/contract/client.js';
import Root from './app/Root.svelte';
import { createState } from './state/index.js';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
const number = Number(new URLSearchParams(location.search).get('window') ?? 1);
const state = createState(createClient(contract, window.strata));
// Asked before anything is shown: a window that changes its language before one's eyes is slower to read than a late one.
const spoken = await state.client.app.language();
if (spoken.ok) await state.language.take(spoken.value);
mount(Root, { target, props: { state, pathOf: window.strata.pathOf, number } });
