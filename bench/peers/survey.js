// survey-core with its own small renderer: one question a page, as its tutorial sets it up.

import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';

const survey = new Model(await (await fetch('items.json')).json());
survey.render(document.getElementById('root'));
