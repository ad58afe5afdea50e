using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Recipes.Scripts;

/// <summary>
/// Evaluates the scripts of one recipe with a handful of functions and nothing else. What it does not know stays the
/// text it is, and the report says so.
/// </summary>
internal sealed class ScriptEvaluator(JsonObject variables, ScriptValues values, IRecipeFiles files, TimeProvider clock)
{
    /// <summary>Most characters that all scripts of one recipe may make, so that a few short scripts cannot fill the memory.</summary>
    public const int MostCharacters = 16 * 1024 * 1024;

    private const int DeepestNesting = 8;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _made;
    private int _depth;

    /// <summary>The value of a text: itself where it is no script, or a script that is not understood.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="fault">Why a script was not evaluated; null where all went well.</param>
    public string Evaluate(string text, out RecipeMessage? fault)
    {
        try
        {
            (fault, _depth) = (null, 0);
            var value = Value(text);
            return value.Contains('\0', StringComparison.Ordinal)
                ? throw new ScriptFaultException(ScriptFault.BadData("js"))
                : WellFormed.Text(value);
        }
        catch (ScriptFaultException exception)
        {
            fault = exception.Fault;
            return text;
        }
    }

    private string Value(string text)
    {
        if (!ScriptText.TrySplit(text, out var prefix, out var body))
        {
            return text;
        }

        // A result that looks like a script again is one: a variable may hold the name of a file, or text in base 64.
        if (++_depth > DeepestNesting)
        {
            throw new ScriptFaultException(ScriptFault.Unsupported(text));
        }

        var expression = ScriptParser.Parse(body) ?? throw new ScriptFaultException(ScriptFault.Unsupported(text));
        var value = Made(prefix == ScriptText.File ? FileText(expression, text) : Value(expression, text));
        var result = value == text ? value : Value(value);
        _depth--;
        return result;
    }

    private string Value(ScriptExpression expression, string script) => expression switch
    {
        ScriptExpression.Literal literal => literal.Text,
        ScriptExpression.Sum sum => Made(string.Concat(sum.Terms.Select(term => Value(term, script)))),
        ScriptExpression.Call call => Call(call, [.. call.Arguments.Select(argument => Value(argument, script))], script),
        _ => throw new ScriptFaultException(ScriptFault.Unsupported(script)),
    };

    private string Call(ScriptExpression.Call call, string[] arguments, string script) => (call.Function, arguments) switch
    {
        ("uuid", []) => ContentIds.New(),
        (ScriptParser.Now, []) => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ("variables", [var name]) => Variable(name),
        ("parameters", [var name]) => Parameter(name, script),
        ("configuration", [var key, .. var rest]) when rest.Length <= 1 =>
            values.Configuration.GetValueOrDefault(key) ?? (rest.Length == 1 ? rest[0] : ""),
        ("base64", [var text]) => Decode("base64", text, Convert.FromBase64String),
        ("html", [var text]) => WebUtility.HtmlDecode(text),
        ("gzip", [var text]) => Decode("gzip", text, Unzip),
        _ => throw new ScriptFaultException(ScriptFault.Unsupported(script)),
    };

    private string Variable(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (variables[name] is not { } variable)
        {
            throw new ScriptFaultException(ScriptFault.NoVariable(name));
        }

        if (!_open.Add(name))
        {
            throw new ScriptFaultException(ScriptFault.Circle(name));
        }

        try
        {
            return _known[name] = variable is JsonValue value && value.TryGetValue<string>(out var text)
                ? Value(text)
                : variable.ToJsonString(ContentJson.Options);
        }
        finally
        {
            _open.Remove(name);
        }
    }

    private string Parameter(string name, string script) =>
        values.Parameters.TryGetValue(name, out var value)
            ? value
            : throw new ScriptFaultException(ScriptValues.IsSecret(name) ? ScriptFault.Secret(name) : ScriptFault.Unsupported(script));

    private string FileText(ScriptExpression expression, string script)
    {
        if (expression is not ScriptExpression.Call { Function: "text" or "base64", Arguments: [var argument] } call)
        {
            throw new ScriptFaultException(ScriptFault.Unsupported(script));
        }

        var path = Value(argument, script);
        var bytes = files.Read(path) ?? throw new ScriptFaultException(ScriptFault.NoFile(path));
        return call.Function == "base64" ? Convert.ToBase64String(bytes) : Text(bytes) ?? throw new ScriptFaultException(ScriptFault.NotText(path));
    }

    private static string Decode(string function, string text, Func<string, byte[]> decode)
    {
        try
        {
            return Text(decode(text)) ?? throw new ScriptFaultException(ScriptFault.BadData(function));
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            throw new ScriptFaultException(ScriptFault.BadData(function));
        }
    }

    private byte[] Unzip(string base64)
    {
        using var zipped = new GZipStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = zipped.Read(buffer)) > 0)
        {
            if (plain.Length + read > MostCharacters - _made)
            {
                throw new ScriptFaultException(ScriptFault.TooMuch());
            }

            plain.Write(buffer, 0, read);
        }

        return plain.ToArray();
    }

    private static string? Text(byte[] bytes)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private string Made(string text)
    {
        _made += text.Length;
        return _made <= MostCharacters ? text : throw new ScriptFaultException(ScriptFault.TooMuch());
    }
}
