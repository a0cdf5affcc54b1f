// The screens of the workbench: where each is, what it is called, and the key that leads there after `g`.
export interface Screen {
  readonly path: string;
  readonly name: string;
  readonly key: string;
}

export const SCREENS: readonly Screen[] = [
  { path: '/desk', name: 'Desk', key: 'd' },
  { path: '/', name: 'Reports', key: 'r' },
  { path: '/incidents', name: 'Incidents', key: 'e' },
  { path: '/figures', name: 'Figures', key: 'f' },
  { path: '/statements', name: 'Statements', key: 's' },
  { path: '/explore', name: 'Explore', key: 'x' },
  { path: '/history', name: 'History', key: 'h' },
  { path: '/quality', name: 'Quality', key: 'q' },
  { path: '/read', name: 'Read a text', key: 'n' },
];

/** The screen that a path belongs to: `/reports/r12` to Reports, `/incidents/ir1` to Incidents. */
export function screenOf(path: string): Screen | null {
  if (path.startsWith('/reports/')) return SCREENS.find((screen) => screen.path === '/') ?? null;
  return (
    SCREENS.find((screen) => screen.path === path || (screen.path !== '/' && path.startsWith(`${screen.path}/`))) ??
    null
  );
}
