import { isCommand } from '../shared/commands.ts';
import { startAlerts } from './alerts/start.ts';
import { startTimePassing } from './columns/time-passes.ts';
import { startDispatch } from './commands/dispatch.ts';
import { startRegion } from './commands/region.ts';
import { runCommand } from './commands/run.ts';
import { watchQuestions } from './experts/my-questions.ts';
import { followJobs } from './jobs/follow.ts';
import { loadArchive } from './search/archive-desk.tsx';
import { leaveDrafts } from './store/drafts.ts';
import { listen } from './store/events.ts';
import { followColumns } from './store/follow-columns.ts';
import { openDesk } from './store/load.ts';
import { keepPlace, restorePlace } from './store/place.ts';
import { startSearchingAgain } from './store/search-again.ts';
import { whenIdle } from './ui/ahead.tsx';
import { findFonts } from './ui/fonts.ts';
import { startTheme } from './ui/theme.ts';

/** Everything that lives as long as the window; the desk is asked for before the first paint. */
export const start = (): void => {
  startTheme();
  listen((id) => {
    if (isCommand(id)) runCommand(id);
  });
  watchQuestions();
  void openDesk().then(restorePlace);
  findFonts();
  keepPlace();
  startDispatch(runCommand);
  startAlerts();
  followJobs();
  startTimePassing();
  startSearchingAgain();
  followColumns();
  startRegion();
  whenIdle(loadArchive);
  window.addEventListener('blur', leaveDrafts);
  window.addEventListener('pagehide', leaveDrafts);
};
