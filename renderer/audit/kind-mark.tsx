import {
  Eye,
  FileDown,
  Hand,
  MessageSquare,
  PencilLine,
  Phone,
  Server,
  Settings,
  Star,
  Wrench,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { auditKinds, type AuditKind } from '../../shared/audit/kinds.ts';
import styles from './kind-mark.module.css';

const icons: Record<AuditKind, LucideIcon> = {
  seen: Eye,
  exported: FileDown,
  answered: MessageSquare,
  assigned: Hand,
  worked: Wrench,
  wrote: PencilLine,
  phoned: Phone,
  team: Settings,
  review: Star,
  desk: Server,
};

/** Kinds are told apart by their shape; the words beside say the rest. */
export const KindMark = ({ kind }: { kind: AuditKind }) => {
  const Icon = icons[kind];
  return (
    <span className={styles.kind} title={auditKinds[kind]} data-kind={kind}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
    </span>
  );
};
