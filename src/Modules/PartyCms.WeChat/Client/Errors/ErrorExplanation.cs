namespace PartyCms.WeChat.Client.Errors;

/// <summary>One code of WeChat's in words.</summary>
/// <param name="Class">What it asks for.</param>
/// <param name="Meaning">What it means, in Chinese.</param>
/// <param name="Remedy">What to do about it, in Chinese.</param>
internal sealed record ErrorExplanation(ErrorClass Class, string Meaning, string Remedy);
