using System.Globalization;
using System.Text;

namespace PartyCms.Kernel.Recipes.Scripts;

/// <summary>
/// Reads the small language of recipes: texts in quotes, calls with arguments, <c>new Date().toISOString()</c>, and
/// <c>+</c>. Everything else is not understood; nothing is ever executed as JavaScript.
/// </summary>
internal sealed class ScriptParser
{
    /// <summary>The function that <c>new Date().toISOString()</c> is read as.</summary>
    public const string Now = "now";

    private const int DeepestNesting = 16;

    private readonly string _script;
    private int _at;
    private int _depth;

    private ScriptParser(string script) => _script = script;

    /// <summary>The expression, or null where the script is beyond the language.</summary>
    public static ScriptExpression? Parse(string script)
    {
        var parser = new ScriptParser(script);
        var expression = parser.Sum();
        parser.Take(';');
        parser.SkipSpace();
        return parser._at == script.Length ? expression : null;
    }

    private ScriptExpression? Sum()
    {
        if (++_depth > DeepestNesting)
        {
            return null;
        }

        var terms = new List<ScriptExpression>();
        do
        {
            if (Term() is not { } term)
            {
                return null;
            }

            terms.Add(term);
        }
        while (Take('+'));
        _depth--;
        return terms.Count == 1 ? terms[0] : new ScriptExpression.Sum(terms);
    }

    private ScriptExpression? Term()
    {
        SkipSpace();
        if (_at == _script.Length)
        {
            return null;
        }

        if (_script[_at] is '\'' or '"')
        {
            return Quoted() is { } text ? new ScriptExpression.Literal(text) : null;
        }

        if (Take('('))
        {
            return Sum() is { } inner && Take(')') ? inner : null;
        }

        var name = Word();
        return name.Length == 0 ? null : name == "new" ? Date() : Call(name);
    }

    private ScriptExpression.Call? Call(string name)
    {
        if (!Take('('))
        {
            return null;
        }

        var arguments = new List<ScriptExpression>();
        if (Take(')'))
        {
            return new(name, arguments);
        }

        do
        {
            if (Sum() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (Take(','));
        return Take(')') ? new(name, arguments) : null;
    }

    private ScriptExpression.Call? Date() =>
        Word() == "Date" && Take('(') && Take(')') && Take('.') && Word() == "toISOString" && Take('(') && Take(')')
            ? new(Now, [])
            : null;

    private string? Quoted()
    {
        var quote = _script[_at++];
        var text = new StringBuilder();
        while (_at < _script.Length)
        {
            var c = _script[_at++];
            if (c == quote)
            {
                return text.ToString();
            }

            if (c != '\\')
            {
                text.Append(c);
            }
            else if (Escaped() is { } escaped)
            {
                text.Append(escaped);
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private char? Escaped()
    {
        if (_at == _script.Length)
        {
            return null;
        }

        switch (_script[_at++])
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 <= _script.Length
                && ushort.TryParse(_script.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            case var c when c is '\'' or '"' or '\\' or '/':
                return c;
            default:
                return null;
        }
    }

    private string Word()
    {
        SkipSpace();
        var start = _at;
        while (_at < _script.Length && (char.IsAsciiLetterOrDigit(_script[_at]) || _script[_at] == '_'))
        {
            _at++;
        }

        return _script[start.._at];
    }

    private bool Take(char c)
    {
        SkipSpace();
        if (_at == _script.Length || _script[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _script.Length && char.IsWhiteSpace(_script[_at]))
        {
            _at++;
        }
    }
}
