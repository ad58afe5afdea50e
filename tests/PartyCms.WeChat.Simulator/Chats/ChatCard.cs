namespace PartyCms.WeChat.Simulator.Chats;

/// <summary>A link with a title and a picture, as chats show it.</summary>
public sealed record ChatCard(string Title, string Description, string Picture, string Url);
