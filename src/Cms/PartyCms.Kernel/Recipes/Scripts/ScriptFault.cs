namespace PartyCms.Kernel.Recipes.Scripts;

/// <summary>Why a script was left as the text it is.</summary>
internal static class ScriptFault
{
    public static RecipeMessage Unsupported(string script) => new(
        "unsupported-script",
        $"这段脚本不能执行，已按原文保留：{Short(script)}。请在导入后手工填写这一项。",
        $"This script is not supported and was kept as text: {Short(script)}. Fill the value in by hand after the import.");

    public static RecipeMessage Secret(string name) => new(
        "unsupported-script",
        $"“{name}”是本站的保密信息，不会填入文件，已按原文保留。",
        $"'{name}' is a secret of this site and is never filled in; the script was kept as text.");

    public static RecipeMessage NoVariable(string name) => new(
        "unknown-variable",
        $"文件没有定义变量“{name}”，脚本已按原文保留。请在 variables 里定义它。",
        $"The file defines no variable '{name}'; the script was kept as text. Define it in 'variables'.");

    public static RecipeMessage Circle(string name) => new(
        "circular-variable",
        $"变量“{name}”引用了它自己。请改掉这个循环。",
        $"The variable '{name}' refers to itself. Break the circle.");

    public static RecipeMessage NoFile(string path) => new(
        "missing-file",
        $"找不到文件“{path}”，脚本已按原文保留。请把配方和它的文件一起打成 zip 再导入。",
        $"The file '{path}' is not there; the script was kept as text. Import a zip that holds the recipe and its files.");

    public static RecipeMessage NotText(string path) => new(
        "missing-file",
        $"文件“{path}”不是 UTF-8 文本，脚本已按原文保留。",
        $"The file '{path}' is not UTF-8 text; the script was kept as text.");

    public static RecipeMessage BadData(string function) => new(
        "unsupported-script",
        $"{function}() 里的内容无法解码，脚本已按原文保留。",
        $"The argument of {function}() cannot be decoded; the script was kept as text.");

    public static RecipeMessage TooMuch() => new(
        "script-too-large",
        "这份文件里的脚本展开后太大。请减少 file 和 gzip 的内容。",
        "The scripts of this file expand to too much text. Use fewer or smaller files and gzip texts.");

    private static string Short(string script) => script.Length <= 120 ? script : script[..120] + "…";
}
