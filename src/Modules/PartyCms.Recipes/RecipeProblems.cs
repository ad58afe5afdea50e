using PartyCms.Kernel.Web;

namespace PartyCms.Recipes;

internal static class RecipeProblems
{
    public static ProblemKind BadParameter { get; } = new(
        "bad-parameter", StatusCodes.Status400BadRequest, "A parameter has a value it cannot have",
        "导入或导出的参数写错了。", "按接口说明改正参数。");

    public static ProblemKind RecipeRefused { get; } = new(
        "recipe-refused", StatusCodes.Status400BadRequest, "The recipe was refused",
        "导入文件里有错误，什么都没有保存。errors 逐条说明在第几步、哪个位置。", "改正列出的位置，再导入一次。");

    public static IReadOnlyList<ProblemKind> All { get; } = [BadParameter, RecipeRefused];
}
