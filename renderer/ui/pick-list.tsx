import { Autocomplete } from '@base-ui/react/autocomplete';
import { useRef, type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './pick.module.css';

type InputProps = Pick<ComponentPropsWithoutRef<'input'>, 'maxLength' | 'onFocus' | 'onKeyDown'>;

type Props<T> = InputProps & {
  /** What the field asks for, to whoever hears it. */
  label: string;
  /** What the field asks for, to whoever sees it; the label where there is no better. */
  placeholder?: string;
  query: string;
  onQuery: (query: string) => void;
  /** What fits the query, best first. */
  items: readonly T[];
  idOf: (item: T) => string;
  wordsOf: (item: T) => string;
  /** One that is shown with its reason, and can't be chosen. */
  isOff?: (item: T) => boolean;
  onChoose: (item: T) => void;
  onLit?: (item: T | undefined) => void;
  /** What is said where nothing fits. */
  none: string;
  /** How a line is laid out, where one row of words is not enough. */
  itemClass?: string | undefined;
  children: (item: T) => ReactNode;
};

/** A field and below it what fits: typing narrows, the arrows move, Enter chooses. The keyboard stays in the field. */
export const PickList = <T,>({
  label,
  placeholder = label,
  query,
  onQuery,
  items,
  idOf,
  wordsOf,
  isOff,
  onChoose,
  onLit,
  none,
  itemClass,
  children,
  onKeyDown,
  ...field
}: Props<T>) => {
  const isLit = useRef(false);
  // In the field's first moment nothing is lit yet, and Enter means the best all the same.
  const chooseEarly = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isLit.current || event.nativeEvent.isComposing) return;
    const best = items.find((item) => isOff?.(item) !== true);
    if (best === undefined) return;
    event.preventDefault();
    onChoose(best);
  };
  return (
    <Autocomplete.Root
      inline
      open
      items={items}
      filter={null}
      value={query}
      onValueChange={onQuery}
      onItemHighlighted={(item: T | undefined) => {
        isLit.current = item !== undefined;
        onLit?.(item);
      }}
      itemToStringValue={wordsOf}
      autoHighlight="always"
    >
      <Autocomplete.Input
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        {...field}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          chooseEarly(event);
        }}
      />
      <Autocomplete.List className={styles.list}>
        {(item: T) => (
          <Autocomplete.Item
            key={idOf(item)}
            value={item}
            className={cx(styles.item, itemClass)}
            disabled={isOff?.(item) ?? false}
            onClick={() => onChoose(item)}
          >
            {children(item)}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <Autocomplete.Empty className={styles.empty}>{items.length === 0 && none}</Autocomplete.Empty>
    </Autocomplete.Root>
  );
};
