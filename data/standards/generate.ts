import { writeFileSync } from 'node:fs';
import { standardsReadme } from './generator/readme.ts';

writeFileSync(new URL('./README.md', import.meta.url), standardsReadme());
