import { Menu, MenuItem, type WebContents } from 'electron';

/** Right-click where text is: what a person expects of a text field, spelling included. */
export const offerContextMenu = (contents: WebContents): void => {
  contents.on(
    'context-menu',
    (_event, { misspelledWord, dictionarySuggestions, isEditable, selectionText, editFlags }) => {
      const menu = new Menu();
      for (const word of dictionarySuggestions) {
        menu.append(new MenuItem({ label: word, click: () => contents.replaceMisspelling(word) }));
      }
      if (misspelledWord) {
        const learn = (): void => void contents.session.addWordToSpellCheckerDictionary(misspelledWord);
        menu.append(new MenuItem({ label: 'Add to dictionary', click: learn }));
        menu.append(new MenuItem({ type: 'separator' }));
      }
      if (isEditable) {
        menu.append(new MenuItem({ role: 'cut', enabled: editFlags.canCut }));
        menu.append(new MenuItem({ role: 'paste', enabled: editFlags.canPaste }));
      }
      if (selectionText !== '' || isEditable) {
        menu.append(new MenuItem({ role: 'copy', enabled: editFlags.canCopy }));
        menu.append(new MenuItem({ role: 'selectAll' }));
        menu.popup();
      }
    },
  );
};
