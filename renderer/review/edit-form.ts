import type {
  FormBody,
  FormOption,
  FormQuestion,
  FormSection,
  QuestionKind,
} from '../../shared/review/form.ts';

/** Changes of a form, one at a time; each gives a new one. */
export type Edit = (body: FormBody) => FormBody;

const newId = (): string => crypto.randomUUID().slice(0, 8);

export const named =
  (name: string): Edit =>
  (body) => ({ ...body, name });

const inSection =
  (id: string, change: (section: FormSection) => FormSection): Edit =>
  (body) => ({
    ...body,
    sections: body.sections.map((section) => (section.id === id ? change(section) : section)),
  });

export const titledAs = (id: string, title: string): Edit =>
  inSection(id, (section) => ({ ...section, title }));

export const asked = (sectionId: string, id: string, change: Partial<FormQuestion>): Edit =>
  inSection(sectionId, (section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.id === id ? { ...question, ...change } : question,
    ),
  }));

/** Another kind of question is another question: answers to the old one are not comparable. */
export const asKind = (sectionId: string, id: string, kind: QuestionKind): Edit =>
  asked(sectionId, id, {
    ...{ kind, id: newId() },
    weight: kind === 'text' ? 0 : 1,
    failsAll: false,
    options: kind === 'choice' ? twoOptions() : [],
  });

const twoOptions = (): FormOption[] => [
  { id: newId(), text: 'Good', points: 100 },
  { id: newId(), text: 'Not good', points: 0 },
];

export const withOption = ({ options }: FormQuestion): FormOption[] => [
  ...options,
  { id: newId(), text: 'In between', points: 50 },
];

export const withQuestion = (sectionId: string): Edit =>
  inSection(sectionId, (section) => ({ ...section, questions: [...section.questions, freshQuestion()] }));

const freshQuestion = (): FormQuestion => ({
  ...{ id: newId(), kind: 'yes-no', text: 'A new question', help: '', weight: 1, failsAll: false },
  options: [],
});

/** The last question of a section takes its section with it. */
export const withoutQuestion =
  (sectionId: string, id: string): Edit =>
  (body) => {
    const next = inSection(sectionId, (section) => ({
      ...section,
      questions: section.questions.filter((question) => question.id !== id),
    }))(body);
    return { ...next, sections: next.sections.filter(({ questions }) => questions.length > 0) };
  };

export const withSection: Edit = (body) => ({
  ...body,
  sections: [...body.sections, { id: newId(), title: 'A new section', questions: [freshQuestion()] }],
});

/** A question one place up, into the section before when it is the first of its own. */
export const moved =
  (id: string, step: 1 | -1): Edit =>
  (body) => {
    const flat = body.sections.flatMap((section) =>
      section.questions.map((question) => ({ question, section })),
    );
    const at = flat.findIndex(({ question }) => question.id === id);
    const here = flat[at];
    const there = flat[at + step];
    if (!here || !there) return body;
    const isWithin = here.section === there.section;
    const sections = body.sections.map((section) => {
      const rest = section.questions.filter((question) => question.id !== id);
      if (isWithin && section === here.section) {
        const place = rest.indexOf(there.question) + (step === 1 ? 1 : 0);
        return { ...section, questions: rest.toSpliced(place, 0, here.question) };
      }
      if (!isWithin && section === there.section)
        return {
          ...section,
          questions:
            step === 1 ? [here.question, ...section.questions] : [...section.questions, here.question],
        };
      return { ...section, questions: rest };
    });
    return { ...body, sections: sections.filter(({ questions }) => questions.length > 0) };
  };
