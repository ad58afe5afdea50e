using System.Collections.Frozen;
using System.Globalization;

namespace PartyCms.WeChat.Client.Errors;

/// <summary>What WeChat's codes mean and what to do about each. The words stand in <c>wechat-errors.tsv</c>.</summary>
internal static class ErrorCatalogue
{
    private static readonly FrozenDictionary<int, ErrorExplanation> ByCode = Read();

    private static readonly ErrorExplanation NotListed = new(
        ErrorClass.Input, "微信拒绝了这次操作。", "请把错误码和编号（rid）发给技术人员，或在微信公众平台文档中查询该错误码。");

    /// <summary>Every code that is explained.</summary>
    public static IReadOnlyCollection<int> Codes => ByCode.Keys;

    /// <summary>The words for a code; one that is not listed is taken for a fault of what was sent.</summary>
    public static ErrorExplanation Explain(int code) => ByCode.GetValueOrDefault(code, NotListed);

    /// <summary>The words for a failure without a code: no answer of WeChat's could be read.</summary>
    public static ErrorExplanation Explain(ErrorClass kind) => kind switch
    {
        ErrorClass.Busy => new(kind, "连接不上微信服务器。", "请检查服务器能否访问外网和 api.weixin.qq.com，稍后会自动重试。"),
        ErrorClass.UnknownOutcome => new(kind, "微信没有给出可用的答复，操作可能已经成功。", "请先核对结果再决定是否重做，系统不会自动重复发送。"),
        ErrorClass.Configuration => new(kind, "公众号还没有配置完整。", "请填写 AppID 和 AppSecret 并重启网站。"),
        _ => new(kind, NotListed.Meaning, NotListed.Remedy),
    };

    private static FrozenDictionary<int, ErrorExplanation> Read()
    {
        using var stream = typeof(ErrorCatalogue).Assembly.GetManifestResourceStream("wechat-errors.tsv")
            ?? throw new InvalidOperationException("The table of WeChat's errors is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return Rows(reader).ToFrozenDictionary(row => row.Code, row => row.Explanation);
    }

    private static IEnumerable<(int Code, ErrorExplanation Explanation)> Rows(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            yield return (
                int.Parse(cells[0], CultureInfo.InvariantCulture),
                new ErrorExplanation(Enum.Parse<ErrorClass>(cells[1]), cells[2], cells[3]));
        }
    }
}
