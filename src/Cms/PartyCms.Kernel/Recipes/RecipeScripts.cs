using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes.Scripts;

namespace PartyCms.Kernel.Recipes;

/// <summary>Puts the values of scripts into the steps of a recipe, before anything else looks at them.</summary>
internal sealed class RecipeScripts(ScriptEvaluator evaluator, RecipeReport report)
{
    // Where the walk stands: names of properties and places in lists. Written out only for what is told.
    private readonly List<(string? Name, int Index)> _path = [];

    public void Evaluate(RecipeFile recipe)
    {
        foreach (var step in recipe.Steps)
        {
            report.Begin(step.Number, step.Name);
            Evaluate(step.Json);
        }

        report.Begin(0, "");
    }

    private void Evaluate(JsonNode node)
    {
        if (node is JsonObject container)
        {
            foreach (var (name, child) in container.ToList())
            {
                _path.Add((name, 0));
                if (Visit(child) is { } value)
                {
                    container[name] = value;
                }

                _path.RemoveAt(_path.Count - 1);
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                _path.Add((null, i));
                if (Visit(array[i]) is { } value)
                {
                    array[i] = value;
                }

                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private JsonValue? Visit(JsonNode? node)
    {
        if (node is JsonObject or JsonArray)
        {
            Evaluate(node);
            return null;
        }

        if (node is not JsonValue leaf || !leaf.TryGetValue<string>(out var text) || !ScriptText.TrySplit(text, out _, out _))
        {
            return null;
        }

        var value = evaluator.Evaluate(text, out var fault);
        switch (fault?.Code)
        {
            case null:
                return JsonValue.Create(value);
            case "circular-variable" or "script-too-large":
                report.Refuse(fault, Path());
                return null;
            default:
                report.Warn(fault, Path());
                return null;
        }
    }

    private string Path()
    {
        var path = new StringBuilder();
        foreach (var (name, index) in _path)
        {
            _ = name is null
                ? path.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : path.Append(RecipeJson.Place(name));
        }

        return path.ToString();
    }
}
