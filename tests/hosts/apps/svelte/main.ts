import { mount } from 'svelte';
import 'binary-cross-entropy';
import App from './App.svelte';

const target = document.querySelector('#app');
if (target) mount(App, { target });
