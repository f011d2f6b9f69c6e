import { describe, expect, it } from 'vitest';
import { openSources, packProject, parseProject } from '../../../src/core/project/file.ts';
import { settingsWith, sourceOf, textFile } from '../../builders/analysis.ts';

const never = async () => {
  throw new Error('nothing to fetch');
};

describe('the project file', () => {
  it('carries its data: packed, parsed and opened it is the same', async () => {
    const file = textFile('设施.csv', `name,lng,lat\n${'幼儿园,116.3,39.9\n'.repeat(5000)}`);
    const source = await sourceOf(file, 'facilities');
    const head = {
      format: 'catchment-project' as const,
      version: 1 as const,
      name: '试',
      settings: settingsWith(),
    };
    const text = packProject(head, [source]);
    expect(text.length).toBeLessThan(file.bytes.length / 10);
    const project = parseProject(text, 'p.json');
    expect(project.settings).toEqual(head.settings);
    const [opened] = await openSources(project, never);
    expect(opened.mapping).toEqual(source.mapping);
    expect(opened.files[0]).toEqual({ name: file.name, bytes: new Uint8Array(file.bytes) });
  });

  it('names what does not fit', () => {
    const code = (text: string) => {
      try {
        parseProject(text, 'p.json');
      } catch (error) {
        return (error as { issue: { code: string; values?: object } }).issue;
      }
      return undefined;
    };
    const head = { format: 'catchment-project', version: 1, name: 'x', sources: [], settings: {} };
    expect(code('{')?.code).toBe('project-invalid-json');
    expect(code('[]')?.code).toBe('project-not-a-project');
    expect(code(JSON.stringify({ ...head, version: 9 }))).toMatchObject({
      code: 'project-other-version',
      values: { version: '9' },
    });
    expect(code(JSON.stringify({ ...head, settings: { resolution: 99 } }))).toMatchObject({
      code: 'project-field-invalid',
      values: { field: 'settings.resolution' },
    });
    expect(code(JSON.stringify(head))).toBeUndefined();
  });

  it('says when the data inside are others than were saved', async () => {
    const head = {
      format: 'catchment-project' as const,
      version: 1 as const,
      name: '',
      settings: settingsWith(),
    };
    const saved = async (text: string) => {
      const source = await sourceOf(textFile('设施.csv', text), 'facilities');
      return parseProject(packProject(head, [source]), 'p.json');
    };
    const project = await saved('name,lng,lat\n幼儿园,116.3,39.9\n');
    const other = await saved('name,lng,lat\n幼儿园,116.4,39.9\n');
    const [file, otherFile] = [project, other].map(({ sources }) => sources[0].files[0]);
    if (!('deflated' in file && 'deflated' in otherFile)) throw new Error('packed files carry their data');
    file.deflated = otherFile.deflated;
    await expect(openSources(project, never)).rejects.toThrow('project-data-damaged');
  });

  it('says when the data inside are damaged', async () => {
    const mapping = { role: 'background' as const };
    const project = { sources: [{ files: [{ name: 'a.geojson', deflated: 'AAAA' }], mapping }] };
    const opened = openSources(
      { ...project, format: 'catchment-project', version: 1, name: '', settings: settingsWith() },
      never,
    );
    await expect(opened).rejects.toThrow('project-data-damaged');
  });
});
