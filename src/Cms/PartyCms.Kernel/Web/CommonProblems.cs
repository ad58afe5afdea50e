using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PartyCms.Kernel.Web;

/// <summary>Kinds of refusal that any module may give.</summary>
public static class CommonProblems
{
    private const string BadRequestType = "https://tools.ietf.org/html/rfc9110#section-15.5.1";

    /// <summary>There is no such thing, or it is none of the caller's business: the two look the same.</summary>
    public static ProblemKind NotFound { get; } = new(
        "not-found", StatusCodes.Status404NotFound, "Not found",
        "没有这个内容、版本、查询或订阅，或者它不归这个客户端管：两种情况看起来一样。", "核对编号，再核对客户端的角色和范围。");

    /// <summary>The body is not what the endpoint reads.</summary>
    public static ProblemKind BadBody { get; } = new(
        "bad-body", StatusCodes.Status400BadRequest, "The body cannot be read",
        "请求正文不是一个 UTF-8 的 JSON 对象，或者同名属性写了两次、嵌套超过 48 层、含有无法保存的字符。", "改正正文后重发。");

    /// <summary>The body has another media type than the endpoint reads.</summary>
    public static ProblemKind UnsupportedMediaType { get; } = new(
        "unsupported-media-type", StatusCodes.Status415UnsupportedMediaType, "Unsupported media type",
        "请求正文不是 application/json，或者不是 UTF-8。", "设置 Content-Type: application/json。");

    /// <summary>The body is larger than the endpoint takes.</summary>
    public static ProblemKind TooLarge { get; } = new(
        "too-large", StatusCodes.Status413PayloadTooLarge, "The body is too large",
        "请求正文超过了上限。", "图片和文件请上传到媒体库，正文里只写链接。");

    /// <summary>Someone else saved in between.</summary>
    public static ProblemKind EditConflict { get; } = new(
        "edit-conflict", StatusCodes.Status409Conflict, "Someone else saved in between",
        "保存期间别人也保存了这个内容。什么都没有改动。", "重新读取，把修改用在新版本上，再保存。");

    /// <summary>A condition of the request is not met.</summary>
    public static ProblemKind PreconditionFailed { get; } = new(
        "precondition-failed", StatusCodes.Status412PreconditionFailed, "The item has changed",
        "If-Match 或 If-None-Match 的条件不成立：内容已经变了，或者已经有了。什么都没有改动。",
        "重新读取，把修改用在新版本上，再保存。");

    /// <summary>The state of the thing does not allow the act.</summary>
    public static ProblemKind NotPossible { get; } = new(
        "not-possible", StatusCodes.Status409Conflict, "Not possible in this state",
        "当前状态下不能这样做，例如恢复已删除的内容，撤下没有发布的内容。", "先读取它现在的状态和版本。");

    /// <summary>More requests than are allowed in a time.</summary>
    public static ProblemKind TooManyRequests { get; } = new(
        "too-many-requests", StatusCodes.Status429TooManyRequests, "Too many requests",
        "一分钟内的请求超过了上限。RateLimit-Policy 头说明上限，RateLimit 头说明还剩多少。",
        "等 Retry-After 头给出的秒数再试；批量读取请用列表，不要逐条请求。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
        [NotFound, BadBody, UnsupportedMediaType, TooLarge, EditConflict, PreconditionFailed, NotPossible, TooManyRequests];

    /// <summary>The refusal of wrong values, in the shape that clients of the field know.</summary>
    /// <param name="messages">Messages by the path of the value.</param>
    public static ProblemHttpResult Validation(IReadOnlyDictionary<string, string[]> messages) =>
        TypedResults.Problem(new HttpValidationProblemDetails(messages)
        {
            Type = BadRequestType,
            Status = StatusCodes.Status400BadRequest,
            Detail = string.Join(", ", messages.Values.SelectMany(texts => texts)),
        });

    /// <summary>The refusal of one wrong value.</summary>
    public static ProblemHttpResult Validation(string path, string message) =>
        Validation(new Dictionary<string, string[]>(StringComparer.Ordinal) { [path] = [message] });
}
