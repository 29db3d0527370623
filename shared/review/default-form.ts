import type { FormBody, FormQuestion } from './form.ts';

/** The form a desk begins with; no row of the database. A team that changes it makes version 2. */
export const defaultFormId = 'form-1';

const yesNo = (id: string, text: string, help: string, weight: number, failsAll = false): FormQuestion => ({
  ...{ id, kind: 'yes-no', text, help, weight, failsAll },
  options: [],
});
const scale = (id: string, text: string, help: string, weight: number): FormQuestion => ({
  ...{ id, kind: 'scale', text, help, weight, failsAll: false },
  options: [],
});

/** What a care team asks of any answer: seen, understood, right, human, led somewhere, and nobody's data shown. */
export const defaultForm: FormBody = {
  name: 'Care review',
  sections: [
    {
      id: 'listening',
      title: 'Listening',
      questions: [
        yesNo(
          'greeting',
          'Greeted by name',
          'The name the customer uses, or the handle where there is none.',
          1,
        ),
        scale(
          'understood',
          'Understood the matter',
          '5: answers what was asked, and what was meant. 1: answers something else.',
          3,
        ),
      ],
    },
    {
      id: 'answering',
      title: 'Answering',
      questions: [
        {
          ...{ id: 'facts', kind: 'choice', text: 'The facts are right', weight: 3, failsAll: false },
          help: 'As they were at that time, not as we know them today.',
          options: [
            { id: 'right', text: 'All right', points: 100 },
            { id: 'partly', text: 'Something is missing', points: 50 },
            { id: 'wrong', text: 'Something is wrong', points: 0 },
          ],
        },
        scale('tone', 'Tone', '5: one person talks to another. 1: a line that anybody could have got.', 2),
        yesNo(
          'next',
          'The next step is clear',
          'Who does what by when. Not applicable where nothing is left to do.',
          2,
        ),
      ],
    },
    {
      id: 'care',
      title: 'Care',
      questions: [
        yesNo(
          'privacy',
          'Kept private what is private',
          'No number, address or order in public, and none asked for there.',
          2,
          true,
        ),
        {
          ...{ id: 'words', kind: 'text', text: 'What to keep, what to try', help: '', weight: 0 },
          ...{ failsAll: false, options: [] },
        },
      ],
    },
  ],
};
