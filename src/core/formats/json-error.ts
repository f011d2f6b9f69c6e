const TOKEN = /[\s]*("(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:])/y;

type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Line (first = 1) of the first error of a text that `JSON.parse` has refused. The engines put the place into their
 * messages in different ways or not at all, so it is looked for here.
 */
export function jsonErrorLine(text: string): number {
  const stack: string[] = [];
  let expected: Expectation = 'value';
  let end = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const next = follow(match[1], expected, stack);
    if (!next) break;
    expected = next;
    end = TOKEN.lastIndex;
  }
  const rest = /\S/.exec(text.slice(end));
  const at = rest ? end + rest.index : text.trimEnd().length;
  return text.slice(0, at).split('\n').length;
}

/** What may come after a token, or undefined when the token itself is out of place. */
function follow(token: string, expected: Expectation, stack: string[]): Expectation | undefined {
  const afterValue = (): Expectation => (stack.length === 0 ? 'nothing' : 'comma-or-end');
  if (token === '}' || token === ']') {
    const open = token === '}' ? '{' : '[';
    const canClose =
      expected === 'comma-or-end' || expected === (open === '{' ? 'key-or-end' : 'value-or-end');
    return canClose && stack.pop() === open ? afterValue() : undefined;
  }
  if (token === ',') {
    if (expected !== 'comma-or-end') return undefined;
    return stack.at(-1) === '{' ? 'key' : 'value';
  }
  if (token === ':') return expected === 'colon' ? 'value' : undefined;
  if (expected === 'key' || expected === 'key-or-end') return token.startsWith('"') ? 'colon' : undefined;
  if (expected !== 'value' && expected !== 'value-or-end') return undefined;
  if (token === '{' || token === '[') {
    stack.push(token);
    return token === '{' ? 'key-or-end' : 'value-or-end';
  }
  return afterValue();
}
