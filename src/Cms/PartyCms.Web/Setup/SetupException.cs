namespace PartyCms.Web.Setup;

/// <summary>The site cannot be set up; the message says what to change.</summary>
internal sealed class SetupException(string message) : Exception(message);
