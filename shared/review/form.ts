/** What a team asks of a conversation. A version of it is never changed once something was scored with it. */
export type FormBody = { name: string; sections: readonly FormSection[] };
export type FormSection = { id: string; title: string; questions: readonly FormQuestion[] };

export const questionKinds = ['yes-no', 'scale', 'choice', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type FormQuestion = {
  /** Kept from version to version, so that answers to the same question can be compared. */
  id: string;
  kind: QuestionKind;
  text: string;
  /** What a yes or a five looks like; empty: the question says it all. */
  help: string;
  /** How much of the whole it counts for, beside the others; what is asked in words counts for nothing. */
  weight: number;
  /** The worst answer to it makes the whole conversation fail, whatever else was good. */
  failsAll: boolean;
  /** Of a choice: from what is worth all points (100) to what is worth none. */
  options: readonly FormOption[];
};
export type FormOption = { id: string; text: string; points: number };

/** `yes`, `no`, `1` to `5`, the id of an option, or `na`: it does not apply here. */
export type Answer = string;
export type Answers = Readonly<Record<string, Answer>>;
export const notApplicable = 'na';

export const questionsOf = ({ sections }: FormBody): readonly FormQuestion[] =>
  sections.flatMap(({ questions }) => questions);

/** What is scored, and has to be answered before a review is done. What is asked in words may stay empty. */
export const scoredIn = (body: FormBody): readonly FormQuestion[] =>
  questionsOf(body).filter(({ kind }) => kind !== 'text');

/** The answers to a question in the order of the keys `1`, `2` … that give them. `na` has the key `0`. */
export const answersTo = ({ kind, options }: FormQuestion): readonly { answer: Answer; label: string }[] => {
  switch (kind) {
    case 'yes-no':
      return [
        { answer: 'yes', label: 'Yes' },
        { answer: 'no', label: 'No' },
      ];
    case 'scale':
      return ['1', '2', '3', '4', '5'].map((answer) => ({ answer, label: answer }));
    case 'choice':
      return options.map(({ id, text }) => ({ answer: id, label: text }));
    case 'text':
      return [];
  }
};

export const isAnswerTo = (question: FormQuestion, answer: Answer): boolean =>
  question.kind !== 'text' &&
  (answer === notApplicable || answersTo(question).some((one) => one.answer === answer));

/** As it is said to people. */
export const answerWords = (question: FormQuestion, answer: Answer | undefined): string => {
  if (answer === undefined) return 'not answered';
  if (answer === notApplicable) return 'n/a';
  const label = answersTo(question).find((one) => one.answer === answer)?.label ?? answer;
  return question.kind === 'scale' ? `${label} of 5` : label;
};
