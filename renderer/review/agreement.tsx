import { useEffect, useState } from 'react';
import type { QuestionAgreement, SampleAgreement } from '../../shared/api/review.ts';
import { failureOf } from '../../shared/errors.ts';
import { fewUnits } from '../../shared/review/agreement.ts';
import { call } from '../call.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { plural } from '../ui/number.ts';
import { nameOf } from './acts.ts';
import { get } from './store.ts';
import styles from './agreement.module.css';

/** How alike several people judged the same conversations, question by question. */
export const Agreement = () => {
  const [known, setKnown] = useState<SampleAgreement | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const { sampleId } = get();
    if (sampleId === null) return;
    call('review.agreement', { sampleId }).then(setKnown, (error: unknown) =>
      setTrouble(failureOf(error).message),
    );
  }, []);
  const units = Math.max(0, ...(known?.questions.map((one) => one.units) ?? []));
  return (
    <Dialog title="How alike you judge" size="wide">
      <Trouble words={trouble} />
      {known && (
        <>
          <p className={styles.about}>
            {known.scorers.length < 2
              ? 'Nobody can be compared yet: this takes two who are done with the same conversation.'
              : `${known.scorers.map(nameOf).join(', ')}: ${plural(units, 'conversation')} reviewed by at least two.`}
            {known.hidden > 0 &&
              ` ${plural(known.hidden, 'conversation is', 'conversations are')} left out until you have reviewed them.`}
            {units > 0 && units < fewUnits && ' So few say little: one answer more can turn them round.'}
          </p>
          {known.scorers.length >= 2 && (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Question</th>
                  <th scope="col">Answers given</th>
                  <th scope="col" title="How often two gave the same answer">
                    Same
                  </th>
                  {known.scorers.length === 2 && (
                    <th
                      scope="col"
                      title="Cohen’s kappa: beyond what chance explains; 1 is perfect, 0 is chance"
                    >
                      Kappa
                    </th>
                  )}
                  <th
                    scope="col"
                    title="Krippendorff’s alpha: beyond what chance explains; 0.8 and more is called reliable"
                  >
                    Alpha
                  </th>
                  <th scope="col" title="Conversations that two or more have answered">
                    n
                  </th>
                </tr>
              </thead>
              <tbody>
                {known.questions.map((one) => (
                  <Row key={one.questionId} one={one} isPair={known.scorers.length === 2} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </Dialog>
  );
};

const Row = ({ one, isPair }: { one: QuestionAgreement; isPair: boolean }) => (
  <tr data-few={one.units < fewUnits || undefined}>
    <th scope="row">{one.text}</th>
    <td className={styles.spread}>{one.spread.map(({ label, count }) => `${label} ×${count}`).join(', ')}</td>
    <td>{one.percent === null ? '·' : `${Math.round(one.percent * 100)} %`}</td>
    {isPair && <td>{figure(one.kappa)}</td>}
    <td>{figure(one.alpha)}</td>
    <td>{one.units}</td>
  </tr>
);

/** Where everybody says the same, there is nothing beyond chance to be measured. */
const figure = (value: number | null): string => (value === null ? '·' : value.toFixed(2));
