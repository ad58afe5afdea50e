using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Importing;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Steps;

/// <summary>Step <c>content</c>: brings content items in, with their ids, versions, dates and owners.</summary>
internal sealed class ContentStep(ContentImport import, ContentDefinitions definitions, RecipeSurroundings surroundings) : IRecipeStep
{
    public string Name => "content";

    public bool IsOpenToImport => true;

    public void Check(JsonObject step, RecipeReport report)
    {
        if (step.Property("data").Value is not JsonArray)
        {
            report.Refuse(new RecipeMessage(
                "no-data", "这一步没有 data 列表，请补上内容。", "The step has no list 'data'. Add the content items."));
        }

        foreach (var (path, node) in step.ListOf("data"))
        {
            if (node is not JsonObject item)
            {
                report.Refuse(new RecipeMessage("bad-item", "这里应该是一条内容（JSON 对象）。", "A content item must be an object."), path);
                continue;
            }

            foreach (var name in (ReadOnlySpan<string>)["ContentItemId", "ContentType"])
            {
                if (item[name] is not JsonValue value || !value.TryGetValue<string>(out var text) || string.IsNullOrWhiteSpace(text))
                {
                    report.Refuse(
                        new RecipeMessage("bad-item", $"{NameOf(item)}缺少 {name}，请补上。", $"The content item {NameOf(item)} has no {name}."),
                        $"{path}.{name}");
                }
            }
        }
    }

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var items = step.ObjectsOf("data").ToList();
        var moved = MovedFiles.Rewrite(items.Select(item => item.Node), surroundings.FilePaths);
        var versions = items.Select(item => ImportedVersion.Read(item.Node)).ToList();
        TellUnknownTypes(items, versions, report);
        var results = await import.RunAsync(versions, cancellationToken);
        var counts = new int[3];
        var repeated = 0;
        for (var i = 0; i < results.Count; i++)
        {
            Tell(items[i].Path, versions[i], results[i], report);
            if (results[i].Act is { } act)
            {
                counts[(int)act]++;
            }

            repeated += results[i].IsRepeated ? 1 : 0;
        }

        var (kept, added, changed) = (counts[(int)ImportAct.Keep], counts[(int)ImportAct.Add], counts[(int)ImportAct.Change]);
        report.Apply(
            new RecipeMessage(
                "done",
                $"{items.Count} 条内容：新增 {added}，更新 {changed}，没有变化 {kept}。{(moved > 0 ? $"其中 {moved} 处文件路径换成了图库里的新地址。" : "")}",
                $"{items.Count} content items: {added} added, {changed} updated, {kept} unchanged; {moved} paths of files rewritten."),
            ("total", items.Count), ("added", added), ("updated", changed), ("unchanged", kept), ("repeated", repeated), ("files", moved));
    }

    private static void Tell(string path, ImportedVersion version, ImportResult result, RecipeReport report)
    {
        var name = NameOf(version);
        foreach (var problem in result.Problems)
        {
            report.Refuse(
                new RecipeMessage(
                    problem.WireMessage == "Your permalink is already in use." ? "permalink-in-use" : "bad-item",
                    $"{name}：{problem.Message}",
                    $"{name}: {problem.WireMessage ?? problem.Message}"),
                problem.Path.Length == 0 ? path : $"{path}.{problem.Path}");
        }

        if (result.IsRepeated)
        {
            report.Skip(
                new RecipeMessage(
                    "repeated-version",
                    $"{name}：文件里前面已有同一个版本，这一条略过。",
                    $"{name}: the same version stands in the file before; this one was left out."),
                path);
        }

        if (result.Act == ImportAct.Keep)
        {
            report.Skip(new RecipeMessage("unchanged", $"{name}：没有变化。", $"{name}: unchanged."), path);
        }

        foreach (var changed in result.Changed)
        {
            report.Warn(
                changed == ContentParts.Permalink
                    ? new RecipeMessage(
                        "permalink-adapted",
                        $"{name}：网址按本站的规则改写了。",
                        $"{name}: the permalink was brought into the form of this site.")
                    : new RecipeMessage(
                        "cleaned",
                        $"{name}：这段 HTML 里有不安全或多余的内容，已清理。请核对显示是否正确。",
                        $"{name}: this HTML held unsafe or superfluous markup, which was cleaned away. Look at the result."),
                $"{path}.{changed}",
                version.ContentItemId);
        }

        foreach (var dropped in version.Dropped)
        {
            report.PassOver(
                new RecipeMessage(
                    "dropped-property",
                    $"{name}：属性 {dropped} 不是部件，也不是可用的值，已丢弃。",
                    $"{name}: the property '{dropped}' is no part and no usable value; it was dropped."),
                path + RecipeJson.Place(dropped));
        }
    }

    private void TellUnknownTypes(
        List<(string Path, JsonObject Node)> items, List<ImportedVersion> versions, RecipeReport report)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (definitions.FindType(versions[i].ContentType) is null)
            {
                report.PassOver(
                    new RecipeMessage(
                        "unknown-type",
                        $"{NameOf(versions[i])}的类型 {versions[i].ContentType} 没有定义：内容原样保留，但没有网址，也不能编辑。请导入它的定义。",
                        $"{NameOf(versions[i])}: the type '{versions[i].ContentType}' is not defined. The item is kept but has no address "
                        + "and cannot be edited; import its definition."),
                    items[i].Path + ".ContentType");
            }
        }
    }

    private static string NameOf(ImportedVersion version) =>
        $"“{(string.IsNullOrWhiteSpace(version.DisplayText) ? version.ContentItemId : version.DisplayText)}”";

    private static string NameOf(JsonObject item) =>
        item["DisplayText"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? $"“{text}”" : "";
}
