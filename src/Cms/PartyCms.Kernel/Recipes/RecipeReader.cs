using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Recipes;

/// <summary>
/// Reads a recipe file: comments, trailing commas and a byte order mark are welcome; what could not be stored, read and
/// written again without a surprise is not.
/// </summary>
public static class RecipeReader
{
    /// <summary>Deepest nesting of objects and lists. Real files go to 11.</summary>
    public const int DeepestNesting = 64;

    private const int LongestStepName = 128;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = DeepestNesting,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>The recipe, or null where the file is none; the report says why.</summary>
    public static RecipeFile? Read(ReadOnlyMemory<byte> file, RecipeReport report)
    {
        var bytes = file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
        try
        {
            CheckTexts(bytes.Span);
            using var document = JsonDocument.Parse(bytes, Options);
            if (JsonObject.Create(document.RootElement.Clone()) is { } root)
            {
                return Read(root, report);
            }

            report.Refuse(NotARecipe());
        }
        catch (InvalidOperationException)
        {
            report.Refuse(NotARecipe());
        }
        catch (JsonException exception)
        {
            // The parser counts lines; the checks that follow it do not.
            var line = exception.LineNumber + 1;
            report.Refuse(new RecipeMessage(
                "bad-json",
                (line is null ? "文件不是正确的 JSON。" : $"文件不是正确的 JSON，第 {line} 行附近有错。")
                    + "请用编辑器检查括号、引号和逗号，或重新导出一份。",
                (line is null ? "The file is not valid JSON: " : $"The file is not valid JSON near line {line}: ") + exception.Message));
        }

        return null;
    }

    private static RecipeFile? Read(JsonObject root, RecipeReport report)
    {
        var names = root.Select(property => property.Key).ToList();
        foreach (var name in names.Where(name => name is not ("steps" or "variables")
            && (name.Equals("steps", StringComparison.OrdinalIgnoreCase) || name.Equals("variables", StringComparison.OrdinalIgnoreCase))))
        {
            report.PassOver(
                new RecipeMessage(
                    "misspelt-property",
                    $"“{name}”不会被执行：这里区分大小写，请写成 {name.ToLowerInvariant()}。",
                    $"'{name}' is ignored: its name is case-sensitive. Write '{name.ToLowerInvariant()}'."),
                RecipeJson.Place(name));
        }

        if (root["steps"] is not JsonArray array)
        {
            if (root["steps"] is not null || !names.Exists(name => name.Equals("steps", StringComparison.OrdinalIgnoreCase)))
            {
                report.Refuse(NotARecipe());
                return null;
            }

            array = [];
        }

        if (names.IndexOf("variables") > names.IndexOf("steps"))
        {
            report.Warn(
                new RecipeMessage(
                    "late-variables",
                    "variables 写在 steps 之后：本站照常使用，但 Orchard Core 会找不到这些变量。请移到 steps 之前。",
                    "'variables' stands after 'steps': it is used here, but Orchard Core would not find them. Move it before 'steps'."),
                ".variables");
        }

        return new RecipeFile(
            root.TextOf("name") ?? "",
            root.TextOf("displayName") is { Length: > 0 } display ? display : root.TextOf("name") ?? "",
            root["variables"] as JsonObject ?? [],
            Steps(array, report));
    }

    private static List<RecipeFileStep> Steps(JsonArray array, RecipeReport report)
    {
        var steps = new List<RecipeFileStep>();
        for (var i = 0; i < array.Count; i++)
        {
            report.Begin(i + 1, "");
            if (array[i] is JsonObject step && step.TextOf("name") is { Length: > 0 and <= LongestStepName } name)
            {
                steps.Add(new RecipeFileStep(i + 1, name, step));
            }
            else
            {
                report.Refuse(new RecipeMessage(
                    "nameless-step",
                    "这一步没有写明做什么。请给它加上 name。",
                    "The step does not say what it does. Give it a 'name'."));
            }
        }

        report.Begin(0, "");
        return steps;
    }

    // The parser looks at texts only when they are used, which would be too late to refuse them. Half surrogate pairs
    // cannot be written again, and one of the databases cannot store the null character.
    private static void CheckTexts(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions
            {
                MaxDepth = DeepestNesting, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip,
            });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    && reader.ValueIsEscaped && reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                {
                    throw new JsonException("A text holds the character U+0000, which cannot be stored.");
                }
            }
        }
        catch (Exception exception) when (exception is DecoderFallbackException or InvalidOperationException)
        {
            throw new JsonException("The file holds text that is not valid UTF-8 or half of a surrogate pair.");
        }
    }

    private static RecipeMessage NotARecipe() => new(
        "not-a-recipe",
        "这不是配方文件：它应该是一个带有 steps 列表的 JSON 对象。",
        "This is no recipe: it must be one JSON object with a list 'steps'.");
}
