// react-quiz-component, as its README sets it up, with the verdict at once.

import { createRoot } from 'react-dom/client';
import Quiz from 'react-quiz-component';

const items = await (await fetch('items.json')).json();
createRoot(document.getElementById('root')).render(<Quiz quiz={items} showInstantFeedback />);
