using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace PartyCms.Kernel.Web;

/// <summary>
/// A kind of refusal of the JSON endpoints (RFC 9457). Its type is an address of this site that explains it, so modules
/// declare their kinds at their door. Programs compare the type; title and detail are for people.
/// </summary>
/// <param name="Code">Last segment of the type, such as <c>edit-conflict</c>. Never changed once released.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Title">What happened, in English, the same every time.</param>
/// <param name="Meaning">When it happens, in Chinese, for the page that explains it.</param>
/// <param name="Remedy">What to do, in Chinese.</param>
public sealed record ProblemKind(string Code, int Status, string Title, string Meaning, string Remedy)
{
    /// <summary>Beginning of the addresses that explain problems.</summary>
    public const string PathPrefix = "/problems/";

    /// <summary>The <c>type</c> of the document.</summary>
    public string Type => PathPrefix + Code;

    /// <summary>The refusal of one request.</summary>
    /// <param name="detail">What is wrong with this request and how to mend it.</param>
    public ProblemHttpResult With(string detail) => TypedResults.Problem(Details(detail));

    /// <summary>The document alone, for code that writes answers itself.</summary>
    public ProblemDetails Details(string detail) => new() { Status = Status, Type = Type, Title = Title, Detail = detail };
}
