export type Tool = 'chromium' | 'firefox' | 'xvfb' | 'xdotool';
export function findTool(name: Tool): string | undefined;
export function adviceFor(name: Tool): string;
