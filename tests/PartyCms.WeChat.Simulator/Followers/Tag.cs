namespace PartyCms.WeChat.Simulator.Followers;

/// <summary>A word that the account sorts its followers by.</summary>
public sealed record Tag(int Id, string Name);
