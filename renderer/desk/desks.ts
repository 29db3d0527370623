import {
  Archive,
  CalendarClock,
  ClipboardCheck,
  Columns3,
  Eye,
  Send,
  UsersRound,
  MessageCircleQuestionMark,
  Phone,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { CommandId } from '../../shared/commands.ts';
import type { Ms } from '../../shared/model.ts';
import type { Right } from '../../shared/roles.ts';
import { AuditDesk } from '../audit/audit-desk.tsx';
import { Columns } from '../columns/columns.tsx';
import { Outbox } from '../outbox/outbox.tsx';
import { Board } from '../phone/board.tsx';
import { ReviewDesk } from '../review/review-desk.tsx';
import { Scheduled } from '../scheduled/scheduled.tsx';
import { ArchiveDesk } from '../search/archive-desk.tsx';
import { waitingForYou } from '../store/mail.ts';
import { liveCalls } from '../store/phone.ts';
import type { Desk, DeskName } from '../store/state.ts';
import { Supervisor } from '../supervisor/supervisor.tsx';

/** One place of the rail: what it is called, how one gets there, and what fills the middle of the window. */
export type DeskPlace = {
  title: string;
  command: CommandId;
  Icon: LucideIcon;
  View: ComponentType<{ title: string }>;
  /** What waits there. A place that has this is shown only while something does, or while one is in it. */
  waiting?: (desk: Desk) => readonly { dueAt: Ms }[];
  /** Shown to those who may do this; absent: to everybody. */
  isFor?: Right;
  /** Shown whatever waits there. */
  isAlwaysShown?: boolean;
};

export const desks: Record<DeskName, DeskPlace> = {
  triage: { title: 'Triage', command: 'desk.triage', Icon: Columns3, View: Columns },
  mine: { title: 'Mine', command: 'desk.mine', Icon: UserRound, View: Columns },
  phones: {
    title: 'Phones',
    command: 'desk.phones',
    Icon: Phone,
    View: Board,
    waiting: ({ phone }) => liveCalls(phone.rows),
    isAlwaysShown: true,
  },
  questions: {
    title: 'Questions',
    command: 'desk.questions',
    Icon: MessageCircleQuestionMark,
    View: Columns,
    waiting: ({ myQuestions }) => myQuestions,
  },
  outbox: {
    title: 'Outbox',
    command: 'desk.outbox',
    Icon: Send,
    View: Outbox,
    waiting: ({ mail }) => waitingForYou(mail.items),
    isAlwaysShown: true,
  },
  scheduled: {
    title: 'Scheduled',
    command: 'desk.scheduled',
    Icon: CalendarClock,
    View: Scheduled,
  },
  archive: { title: 'Archive', command: 'desk.archive', Icon: Archive, View: ArchiveDesk },
  review: {
    title: 'Review',
    command: 'desk.review',
    Icon: ClipboardCheck,
    View: ReviewDesk,
    isFor: 'review.work',
  },
  audit: {
    title: 'Audit',
    command: 'desk.audit',
    Icon: Eye,
    View: AuditDesk,
    isFor: 'audit.see',
  },
  supervisor: { title: 'Team', command: 'desk.supervisor', Icon: UsersRound, View: Supervisor },
};
