namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>One part of a multipart body: a field, or a file if it has a file name.</summary>
internal sealed record FormPart(string Name, string? FileName, byte[] Content);
