/** The renderer's composition root: the client over the bridge, the state over the client, the shell over the state. */
import { mount } from 'svelte';
import { contract } from '../shared/contract/index.js';
import { createClient } from '../shared/contract/client.js';
import App from './app/App.svelte';
import { createState } from './state/index.js';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
const number = Number(new URLSearchParams(location.search).get('window') ?? 1);
mount(App, {
  target,
  props: { state: createState(createClient(contract, window.strata)), pathOf: window.strata.pathOf, number },
});
