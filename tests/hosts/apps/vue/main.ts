import { createApp } from 'vue';
import type {} from 'binary-cross-entropy/vue';
import 'binary-cross-entropy';
import App from './App.vue';

createApp(App).mount('#app');
